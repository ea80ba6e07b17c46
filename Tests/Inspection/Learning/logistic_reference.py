# Reference values of LogisticRegressionTests and ScoredInspectionsTests; prints them.
# pip install numpy scipy statsmodels scikit-learn pandas; python logistic_reference.py
import numpy as np
from scipy.optimize import minimize
import statsmodels.api as sm
from sklearn.linear_model import LogisticRegression
n=240
i=np.arange(n)
x1=np.sin(i*0.7); x2=np.cos(i*1.3)+0.5*np.sin(i*0.11); x3=((i*37)%11-5)/5.0
lev=(i*7)%4
score=0.8*x1-0.5*x2+0.3*x3+np.array([0.4,-0.6,0.1,0.0])[lev]-0.4+1.5*np.sin(i*i*0.31)
y=(score>0).astype(float)
w=0.5+((i*13)%5)/4.0
off=0.3*np.cos(i*0.05)
print(y.sum())
X=np.column_stack([np.ones(n),x1,x2,x3])
r=sm.GLM(y,X,family=sm.families.Binomial()).fit(tol=1e-14,maxiter=100)
print('glm',[f'{v:.9f}' for v in r.params],[f'{v:.9f}' for v in r.bse],f'{r.llf:.9f}')
r=sm.GLM(y,X,family=sm.families.Binomial(),freq_weights=w,offset=off).fit(tol=1e-14,maxiter=100)
print('weighted',[f'{v:.9f}' for v in r.params],[f'{v:.9f}' for v in r.bse])
D=(lev[:,None]==np.arange(4)).astype(float)
Z=np.column_stack([x1,x2,x3,D])
m=LogisticRegression(C=0.5,tol=1e-12,max_iter=10000,solver='newton-cholesky').fit(Z,y)
print('ridge',f'{m.intercept_[0]:.9f}',[f'{v:.9f}' for v in m.coef_[0]])
m=LogisticRegression(C=0.25,l1_ratio=0.5,penalty='elasticnet',tol=1e-13,max_iter=200000,solver='saga').fit(Z[:,:3],y)
print('enet',f'{m.intercept_[0]:.9f}',[f'{v:.9f}' for v in m.coef_[0]])
from sklearn.metrics import roc_auc_score, brier_score_loss
s=np.round(score-1.5*np.sin(i*i*0.31),1)
print('auc',f'{roc_auc_score(y,s):.9f}')
# Chicago's figures in pandas
import pandas as pd
d=(i//7)%20
t=pd.DataFrame(dict(d=d,s=s,y=y))
o=np.argsort(-s,kind='stable'); sim=np.empty(n); sim[o]=np.sort(d)
print('days',f'{(d-sim)[y==1].mean():.9f}')
nt=t.groupby('d').size().cumsum(); mm=nt[nt<=n/2].iloc[-1]
print('half',mm,y[o][:mm].sum(),t[t.d.isin(nt[nt<=n/2].index)].y.sum(),y.sum())
