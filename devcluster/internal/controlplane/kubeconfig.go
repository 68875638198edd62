package controlplane

import (
	"k8s.io/client-go/tools/clientcmd"
	"k8s.io/client-go/tools/clientcmd/api"
)

func (c credentials) writeKubeconfig(file, server, user string) error {
	config := api.NewConfig()
	config.Clusters["devcluster"] = &api.Cluster{Server: server, CertificateAuthorityData: c.caPEM}
	config.AuthInfos[user] = &api.AuthInfo{Token: c.tokens[user]}
	config.Contexts["devcluster"] = &api.Context{Cluster: "devcluster", AuthInfo: user}
	config.CurrentContext = "devcluster"
	return clientcmd.WriteToFile(*config, file)
}
